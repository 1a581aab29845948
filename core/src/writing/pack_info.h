#pragma once

#include "pack/pack.h"
#include "writing/json_writer.h"

namespace returnable {

/// {"id","name","checked_on","effective","remedies","facts","sources"}
void write_pack(JsonWriter& out, const Pack& pack);

/// As a JSON list: [{"severity":"warning","code","path","message"},…].
std::string warnings_json(const std::vector<Error>& warnings);

}  // namespace returnable
