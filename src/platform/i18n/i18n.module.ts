import { Global, Module } from '@nestjs/common';
import { Log } from '../config/log.js';
import { Settings } from '../config/settings.js';
import { CatalogueTranslator } from './catalogue-translator.js';
import { readCatalogues } from './catalogues.js';
import { Translator } from './translator.js';

@Global()
@Module({
  providers: [
    {
      provide: Translator,
      inject: [Settings, Log],
      useFactory: (settings: Settings, log: Log) =>
        new CatalogueTranslator(readCatalogues(), !settings.production, log),
    },
  ],
  exports: [Translator],
})
export class I18nModule {}
