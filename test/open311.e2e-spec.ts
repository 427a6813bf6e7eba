import './flows/open311.flow.js';
