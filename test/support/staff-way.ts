import type { Role } from '../../src/accounts/role.js';
import { StaffService } from '../../src/accounts/staff.service.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import type { TestApplication } from './application.js';
import type { BrowserAgent, BrowserPage } from './browser-agent.js';

export const PASSWORD = 'bữa cơm chiều ở quê';

export async function agencyId({ app }: TestApplication, code: string): Promise<number> {
  return (await app.get(AgencyDirectory).byCode(code))?.id ?? 0;
}

/** A person at an agency of the seed, with roles there. @returns the id. */
export async function aPerson(
  on: TestApplication,
  username: string,
  roles: Role[] = ['HANDLER'],
  code = 'VPCP',
): Promise<number> {
  const at = await agencyId(on, code);
  const grants = roles.map((role) => ({ role, agencyId: at }));
  const person = { username, name: `Cán bộ ${username}`, agencyId: at, password: PASSWORD };
  return on.app.get(StaffService).add({ ...person, grants, passwordTemporary: false });
}

/** Types name and password on the sign-in page. @returns where that leads. */
export async function signIn(
  agent: BrowserAgent,
  username: string,
  password = PASSWORD,
): Promise<BrowserPage> {
  await agent.visit('/dang-nhap');
  return agent.submit({ username, password }, '/dang-nhap');
}

/** @returns a fresh browser in which the person has signed in. */
export async function signedIn(on: TestApplication, username: string): Promise<BrowserAgent> {
  const agent = on.browser();
  await signIn(agent, username);
  return agent;
}

export async function isIn(agent: BrowserAgent): Promise<boolean> {
  return (await agent.visit('/tai-khoan')).url === '/tai-khoan';
}
