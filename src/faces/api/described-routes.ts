import { Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DeclaredRoutes } from '../../platform/web/declared-routes.js';
import { OPERATION, type OperationDoc } from './operation.js';

/** A route with what the document says of it. */
export interface DescribedRoute {
  readonly method: string;
  /** As the router has it: `/api/v1/feedback/:code`. */
  readonly path: string;
  readonly doc: OperationDoc;
}

/** Collects what stands beside the routes, also of modules that are not ours. */
@Injectable()
export class DescribedRoutes {
  constructor(
    private readonly declared: DeclaredRoutes,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @returns the operations in the order of their addresses. */
  list(): DescribedRoute[] {
    const docs = new Map(this.docs());
    return this.declared
      .list()
      .flatMap(({ method, path, handler }) => {
        const doc = docs.get(`${handler} ${path}`);
        return doc ? [{ method, path, doc }] : [];
      })
      .sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  }

  private docs(): [string, OperationDoc][] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance as object) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name): [string, OperationDoc][] => {
        const handler = prototype[name];
        const doc = handler && this.reflector.get<OperationDoc | undefined>(OPERATION, handler);
        if (!doc) return [];
        const paths = [this.reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
        return paths.map((path) => [`${metatype?.name ?? ''}.${name} ${path}`, doc]);
      });
    });
  }
}
