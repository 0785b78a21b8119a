import { Controller, Get } from '@nestjs/common';
import { InExchange, type Exchange } from '../http/exchange.js';
import { HomePage } from './home.page.js';

@Controller()
export class HomeController {
  constructor(private readonly page: HomePage) {}

  @Get()
  async show(@InExchange() exchange: Exchange): Promise<void> {
    await exchange.reply.type('text/html; charset=utf-8').send(await this.page.render(exchange));
  }
}
