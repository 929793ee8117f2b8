-- An invitation's link used to remain its member's way in, held by the inviter as well. It opens nothing any more, so it
-- is no address either: nothing may be sent there.
DELETE FROM member_address WHERE channel = 'web' AND chat IN (SELECT code_hash FROM invitation);
