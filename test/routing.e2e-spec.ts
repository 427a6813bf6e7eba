import './flows/routing.flow.js';
import './flows/routing-proposal.flow.js';
import './flows/routing-text.flow.js';
