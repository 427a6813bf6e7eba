import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type EntityClass, readerOptions } from './data-source-options.js';
import { DatabaseFacts } from './database-facts.js';
import type { DatabaseTarget } from './database-target.js';
import { migrate } from './migrate.js';
import { UnitOfWork } from './unit-of-work.js';
import { Writer } from './writer.js';

@Module({})
export class DatabaseModule {
  /** Migrations first, under a lock; then the writer; then the reader as the default DataSource. */
  static forRoot(target: DatabaseTarget, entities: EntityClass[]): DynamicModule {
    const writer = DatabaseWriterModule.forRoot(target, entities);
    return {
      module: DatabaseModule,
      imports: [
        writer,
        TypeOrmModule.forRootAsync({
          imports: [writer],
          inject: [Writer], // the reader comes up after the migrations
          useFactory: () => readerOptions(target, entities),
        }),
      ],
      providers: [DatabaseFacts],
      exports: [DatabaseFacts],
      global: true,
    };
  }
}

@Global()
@Module({})
class DatabaseWriterModule implements OnApplicationShutdown {
  constructor(@Inject(Writer) private readonly writer: Writer) {}

  static forRoot(target: DatabaseTarget, entities: EntityClass[]): DynamicModule {
    const open = async (): Promise<Writer> => {
      await migrate(target, entities);
      return Writer.open(target, entities);
    };
    return {
      module: DatabaseWriterModule,
      providers: [{ provide: Writer, useFactory: open }, UnitOfWork],
      exports: [Writer, UnitOfWork],
    };
  }

  /** Waits for the unit of work that is under way. */
  async onApplicationShutdown(): Promise<void> {
    await this.writer.close();
  }
}
