import './flows/directory-admin-succession.flow.js';
import './flows/directory-admin-pages.flow.js';
import './flows/directory-admin-import.flow.js';
