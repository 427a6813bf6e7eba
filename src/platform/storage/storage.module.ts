import { Global, Module } from '@nestjs/common';
import { FileInspector } from './file-inspector.js';
import { FileStore } from './file-store.js';

/** Bytes beside the database, and the look at what somebody sends. */
@Global()
@Module({
  providers: [FileStore, FileInspector],
  exports: [FileStore, FileInspector],
})
export class StorageModule {}
