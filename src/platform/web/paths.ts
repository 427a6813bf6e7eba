import { path, type TypedPath } from './path.js';

/** Every address that people see, in one place: a link that compiles has a page behind it (test/structure proves it). */
export const paths = {
  home: path('/'),
  submit: path('/gui'),
  submitCheck: path('/gui/kiem-tra'),
  submitDone: path('/gui/xong'),
  procedureSearch: path('/gui/thu-tuc'),
  agencySearch: path('/gui/co-quan'),
  receipt: path('/gui/bien-nhan'),
  track: path('/tra-cuu'),
  trackItem: path('/tra-cuu/ho-so'),
  trackSupplement: path('/tra-cuu/ho-so/bo-sung'),
  trackWithdraw: path('/tra-cuu/ho-so/rut'),
  trackRate: path('/tra-cuu/ho-so/danh-gia'),
  trackReopen: path('/tra-cuu/ho-so/mo-lai'),
  published: path('/cong-khai'),
  publishedItem: path('/cong-khai/:code'),
  figures: path('/so-lieu'),
  figuresExplained: path('/so-lieu/dinh-nghia'),
  figuresAgencies: path('/so-lieu/co-quan'),
  officerQueue: path('/can-bo'),
  officerAgencies: path('/can-bo/co-quan'),
  officerItem: path('/can-bo/ho-so/:code'),
  officerAction: path('/can-bo/ho-so/:code/:action'),
  supervisor: path('/giam-sat'),
  supervisorList: path('/giam-sat/danh-sach'),
  supervisorAgencies: path('/giam-sat/co-quan'),
  signIn: path('/dang-nhap'),
  signOut: path('/dang-xuat'),
  account: path('/tai-khoan'),
  accountPassword: path('/tai-khoan/mat-khau'),
  accountEverywhere: path('/tai-khoan/dang-xuat-moi-noi'),
  firstRun: path('/khoi-tao'),
  firstRunAgencies: path('/khoi-tao/co-quan'),
  staffList: path('/quan-tri'),
  staffAgencies: path('/quan-tri/co-quan'),
  staffNew: path('/quan-tri/tai-khoan'),
  staffMember: path('/quan-tri/tai-khoan/:id'),
  staffGrant: path('/quan-tri/tai-khoan/:id/vai-tro'),
  staffRevoke: path('/quan-tri/tai-khoan/:id/bo-vai-tro'),
  staffPassword: path('/quan-tri/tai-khoan/:id/mat-khau'),
  staffSuspend: path('/quan-tri/tai-khoan/:id/khoa'),
  staffReinstate: path('/quan-tri/tai-khoan/:id/mo-khoa'),
  designSystem: path('/he-thiet-ke'),
  healthz: path('/healthz'),
  readyz: path('/readyz'),
} as const;

export type PathName = keyof typeof paths;

/** For templates, which know addresses by name only. @throws Error for a name that is none. */
export function pathNamed(name: string): TypedPath<string> {
  if (!Object.hasOwn(paths, name)) throw new Error(`no path is called “${name}”`);
  return paths[name as PathName];
}
