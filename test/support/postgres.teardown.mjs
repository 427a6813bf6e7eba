export default async function stopPostgres() {
  await globalThis.endOfRun?.();
}
