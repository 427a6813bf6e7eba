import { Global, Module } from '@nestjs/common';
import { Clamd } from './clamd.js';
import { FileInspector } from './file-inspector.js';
import { FileStore } from './file-store.js';

/** Bytes beside the database, and the look at what somebody sends. */
@Global()
@Module({
  providers: [FileStore, FileInspector, Clamd],
  exports: [FileStore, FileInspector, Clamd],
})
export class StorageModule {}
