import { FirstAdministrator } from './accounts/first-administrator.service.js';
import { orExplain, serveWeb } from './boot.js';
import { Settings } from './platform/config/settings.js';
import { paths } from './platform/web/paths.js';

await orExplain(async () => {
  const settings = Settings.from(process.env);
  const app = await serveWeb(settings);
  process.stdout.write(`Lắng Nghe: ${settings.baseUrl}\n`);
  const token = await app.get(FirstAdministrator).issueToken();
  if (token !== null) {
    process.stdout.write(
      `Chưa có quản trị viên. Mở một lần: ${settings.baseUrl}${paths.firstRun.to()}?ma=${token}\n`,
    );
  }
});
