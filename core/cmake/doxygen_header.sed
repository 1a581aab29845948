# The comment on top of a header, with its example, becomes the description of the file. Comparing all members needs no words.
1s,^//,/// \\file\n///,
1,/^#pragma once/s,^//( {1\,5}|$),/// ,
/ operator==\(const .*= default;$/s/.*//
