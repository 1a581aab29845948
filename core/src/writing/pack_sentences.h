// What a pack says in words, for those who show it: apart from the compiled pack, which decides without it.
#pragma once

#include <string>

#include "pack/pack.h"

namespace returnable {

/// Of a compiled pack: {"info": what packs_json says of it, "rules": [the id of each], "clauses": {id: {"section","says"} and
/// what else is known of its source: "tier","link","text_of"},
/// "conflicts": {id: [{"value","why"} of each reading]}}.
std::string sentences_json(const Pack& pack);

}  // namespace returnable
