import './flows/api-items.flow.js';
import './flows/api-open-data.flow.js';
import './flows/api-document.flow.js';
import './flows/api-bad-input.flow.js';
import './flows/api-same.flow.js';
