// Adding a pack that is JSON text. Not in the browser's engine, which is handed compiled packs.
#include "library_access.h"
#include "reading/compile_text.h"
#include "reading/pack_symbols.h"
#include "returnable/engine.h"

namespace returnable {

std::shared_ptr<const Pack> compile_text(std::string_view json, std::vector<Error>& errors) {
    auto pack = std::make_shared<Pack>(read_pack(json, errors));
    if (!errors.empty()) return nullptr;
    compile_pack(*pack);
    check_pack(*pack, errors);
    return errors.empty() ? pack : nullptr;
}

std::vector<Error> Library::add_pack(std::string_view json) {
    std::vector<Error> errors;
    auto pack = compile_text(json, errors);
    return pack ? add_compiled(*this, std::move(pack)) : errors;
}

std::vector<Error> Library::validate(std::string_view json) const {
    std::vector<Error> errors;
    (void)compile_text(json, errors);
    return errors;
}

}  // namespace returnable
