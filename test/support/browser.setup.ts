import { jest } from '@jest/globals';

/** One test is a whole way through the product. */
jest.setTimeout(60_000);
