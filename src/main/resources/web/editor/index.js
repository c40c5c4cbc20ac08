import './workshop.css';
import { Desk } from './desk.js';

const form = document.getElementById('workshop');
if (form) {
  new Desk(form).open();
}
