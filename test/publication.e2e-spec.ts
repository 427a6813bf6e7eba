import './flows/publication.flow.js';
import './flows/publication-days.flow.js';
