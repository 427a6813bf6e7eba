import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities.js';
import { Settings } from './src/platform/config/settings.js';
import { writerOptions } from './src/platform/database/data-source-options.js';
import { databaseTarget } from './src/platform/database/database-target.js';

/** For TypeORM's command line, on the compiled form: `npx typeorm -d dist/ormconfig.js migration:show`. */
export default new DataSource(writerOptions(databaseTarget(Settings.from(process.env).databaseUrl), ENTITIES));
