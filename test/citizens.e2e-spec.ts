import './flows/citizen.flow.js';
import './flows/citizen-bad-input.flow.js';
import './flows/citizen-tracking.flow.js';
import './flows/after-the-answer.flow.js';
import './flows/answers.flow.js';
