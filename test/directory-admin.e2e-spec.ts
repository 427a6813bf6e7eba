import './flows/directory-admin-succession.flow.js';
