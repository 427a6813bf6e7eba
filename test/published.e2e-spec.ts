import './flows/published.flow.js';
import './flows/published-secrets.flow.js';
