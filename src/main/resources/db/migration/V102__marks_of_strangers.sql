-- Of what one who is no member sends, the latest marks stay; they are found by this.
CREATE INDEX inbox_nobodys ON inbox (channel, chat, id) WHERE done_at IS NOT NULL AND outcome <> 'answered';
