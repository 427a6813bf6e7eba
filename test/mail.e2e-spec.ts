import './flows/mail.flow.js';
import './flows/mail-pages.flow.js';
import './flows/smtp.flow.js';
