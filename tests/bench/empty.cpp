// The least that Embind can be: one function, one word. What a WebAssembly module costs before it does anything.
#include <emscripten/bind.h>

#include <string>

EMSCRIPTEN_BINDINGS(empty) {
    emscripten::function(
        "answer", +[](const std::string& question) { return question; });
}
