import { describe, expect, it } from '@jest/globals';
import { BoundedGate } from './bounded-gate.js';

/** Work that ends when told to. */
function held() {
  let end: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return {
    work: () => promise,
    end: () => {
      end();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('BoundedGate', () => {
  it('lets only so many through at a time, in the order they came', async () => {
    const gate = new BoundedGate(2, 10);
    const started: number[] = [];
    const works = [held(), held(), held(), held()];
    const all = works.map(({ work }, index) => gate.pass(() => (started.push(index), work())));
    await settled();
    expect(started).toEqual([0, 1]);
    works[1]?.end();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    await Promise.all(all);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('turns people away when the line is full, and gives the place back after a failure', async () => {
    const gate = new BoundedGate(1, 1);
    const first = held();
    const running = gate.pass(first.work);
    const waiting = gate.pass(() => Promise.reject(new Error('broken')));
    await expect(gate.pass(() => Promise.resolve())).rejects.toMatchObject({ kind: 'unavailable' });
    first.end();
    await running;
    await expect(waiting).rejects.toThrow('broken');
    await expect(gate.pass(() => Promise.resolve('through'))).resolves.toBe('through');
  });
});
