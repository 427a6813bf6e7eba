import './flows/partners-changes.flow.js';
