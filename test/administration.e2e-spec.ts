import './flows/accounts.flow.js';
import './flows/administration.flow.js';
import './flows/authority.flow.js';
import './flows/commands.flow.js';
import './flows/directory.flow.js';
import './flows/imports.flow.js';
