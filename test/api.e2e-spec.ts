import './flows/api-items.flow.js';
