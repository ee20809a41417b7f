import './comfort.ts';
