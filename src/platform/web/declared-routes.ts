import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { FileLimits } from '../storage/file-limits.js';
import { type Access, ACCESS } from './access.js';
import { TAKES_FILES } from './takes-files.js';

export interface DeclaredRoute {
  readonly handler: string;
  readonly method: string;
  /** As the router has it, `/can-bo/ho-so/:code`. */
  readonly path: string;
  readonly access: Access | undefined;
  /** Of a route that takes files. */
  readonly takesFiles: FileLimits | undefined;
}

/** Every route says whom it is for; one that does not stops the start. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.list().filter(({ access }) => access === undefined);
    if (silent.length === 0) return;
    const names = silent.map(({ handler }) => handler).join(', ');
    throw new Error(`no @Public(), @Staff(), @Partner() or @FirstRun() at ${names}`);
  }

  /** @returns all routes of the application with what they declare. */
  list(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance as object) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const method = handler && this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (!handler || !metatype || method === undefined) return [];
        const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
        // One handler may serve several addresses.
        const served = [this.reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
        const takesFiles = this.reflector.get<FileLimits | undefined>(TAKES_FILES, handler);
        const route = {
          handler: `${metatype.name}.${name}`,
          method: RequestMethod[method],
          access,
          takesFiles,
        };
        return served.map((path) => ({ ...route, path }));
      });
    });
  }
}
