/** Lets one job in at a time, in order of arrival: SQLite has one writer, and TypeORM gives everybody the same connection. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  enter<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.last.then(job, job);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
