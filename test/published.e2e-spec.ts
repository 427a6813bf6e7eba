import './flows/published.flow.js';
