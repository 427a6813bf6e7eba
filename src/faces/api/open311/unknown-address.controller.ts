import { All, Controller, UseFilters } from '@nestjs/common';
import { Public } from '../../../platform/web/access.js';
import { Open311Error } from './open311-error.js';
import { Open311ErrorFilter } from './open311-error.filter.js';

/** Everything else below /open311: other formats, older versions, tokens, which a service in real time never gives. Registered last. */
@Controller()
@UseFilters(Open311ErrorFilter)
export class UnknownAddressController {
  @Public()
  @All('/open311/*rest')
  refuse(): never {
    throw new Open311Error(404, [{ key: 'open311.noAddress' }]);
  }
}
