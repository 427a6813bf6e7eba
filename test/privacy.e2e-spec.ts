import './flows/privacy-looks.flow.js';
import './flows/privacy-erasure.flow.js';
import './flows/privacy-requests.flow.js';
