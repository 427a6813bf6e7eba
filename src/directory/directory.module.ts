import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgencyChoice } from './agency-choice.service.js';
import { AgencyDirectory } from './agency-directory.service.js';
import { AgencyChange } from './agency-change.entity.js';
import { AgencyImport } from './agency-import.service.js';
import { AgencyName } from './agency-name.entity.js';
import { AgencyPlacement } from './agency-placement.entity.js';
import { AgencyRegistry } from './agency-registry.service.js';
import { Agency } from './agency.entity.js';
import { DirectoryImport } from './directory-import.entity.js';
import { DirectoryImportWorker } from './directory-import.worker.js';
import { DirectoryImports } from './directory-imports.service.js';
import { DirectorySeed } from './directory-seed.service.js';
import { ImportAgencies } from './import-agencies.service.js';
import { ImportProcedures } from './import-procedures.service.js';
import { ProcedureBook } from './procedure-book.service.js';
import { ProcedureField } from './procedure-field.entity.js';
import { ProcedureImport } from './procedure-import.service.js';
import { ProcedureText } from './procedure-text.entity.js';
import { Procedure } from './procedure.entity.js';
import { ProcedureChoice } from './procedure-choice.service.js';
import { ProcedureSearch } from './procedure.search.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Agency,
      AgencyChange,
      AgencyName,
      AgencyPlacement,
      DirectoryImport,
      Procedure,
      ProcedureField,
      ProcedureText,
    ]),
  ],
  providers: [
    AgencyImport,
    DirectoryImportWorker,
    DirectoryImports,
    ProcedureBook,
    ProcedureImport,
    AgencyChoice,
    AgencyDirectory,
    AgencyRegistry,
    ProcedureChoice,
    ProcedureSearch,
    DirectorySeed,
    ImportAgencies,
    ImportProcedures,
  ],
  exports: [
    AgencyImport,
    DirectoryImports,
    ProcedureBook,
    ProcedureImport,
    AgencyChoice,
    AgencyDirectory,
    AgencyRegistry,
    ProcedureChoice,
    ProcedureSearch,
    ImportAgencies,
    ImportProcedures,
    TypeOrmModule,
  ],
})
export class DirectoryModule {}
