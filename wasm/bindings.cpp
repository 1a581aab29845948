// The JavaScript door: one library of packs, and JSON text both ways. Everything else is in core/.
#include <emscripten/bind.h>

#include <string>

#include "returnable/json.h"

namespace {

returnable::Library& library() {
    static returnable::Library packs_added_by_the_caller;
    return packs_added_by_the_caller;
}

std::string check(const std::string& order) { return returnable::check_json(library(), order); }
std::string compare(const std::string& order) { return returnable::compare_json(library(), order); }
std::string sweep(const std::string& order, const std::string& from, const std::string& to) { return returnable::sweep_json(library(), order, from, to); }
std::string add_pack(const std::string& pack) { return returnable::add_pack_json(library(), pack); }
std::string packs() { return returnable::packs_json(library()); }
std::string version() { return RETURNABLE_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(returnable) {
    emscripten::function("check", &check);
    emscripten::function("compare", &compare);
    emscripten::function("sweep", &sweep);
    emscripten::function("add_pack", &add_pack);
    emscripten::function("packs", &packs);
    emscripten::function("version", &version);
}
