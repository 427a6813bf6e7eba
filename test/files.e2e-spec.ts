import './flows/attachments.flow.js';
import './flows/attachments-kept.flow.js';
