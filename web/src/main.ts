import './page/return-page.ts';
