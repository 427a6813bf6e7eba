import './flows/accounts-invitation.flow.js';
import './flows/accounts-two-step.flow.js';
import './flows/audit.flow.js';
