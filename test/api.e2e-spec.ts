import './flows/api-items.flow.js';
import './flows/api-open-data.flow.js';
import './flows/api-document.flow.js';
