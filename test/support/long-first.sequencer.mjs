import Sequencer from '@jest/test-sequencer';

/**
 * Flows first, pure specs last: Jest goes by how long a file took, but on a clean clone by its size, and those that
 * gather the flows are the smallest and the slowest: one begun last would be waited for alone.
 */
export default class LongFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isPure = ({ path }) => !path.includes('-spec.');
    return [...sorted.filter((test) => !isPure(test)), ...sorted.filter(isPure)];
  }
}
