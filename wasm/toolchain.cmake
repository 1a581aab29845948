# Which Emscripten: EMSCRIPTEN_ROOT, else that of an activated emsdk (EMSDK), else Debian's.
if(DEFINED ENV{EMSCRIPTEN_ROOT})
  set(returnable_emscripten $ENV{EMSCRIPTEN_ROOT})
elseif(DEFINED ENV{EMSDK})
  set(returnable_emscripten $ENV{EMSDK}/upstream/emscripten)
else()
  set(returnable_emscripten /usr/share/emscripten)
endif()
if(NOT EXISTS ${returnable_emscripten}/cmake/Modules/Platform/Emscripten.cmake)
  message(FATAL_ERROR "No Emscripten in ${returnable_emscripten}: install Debian's package emscripten, or name another in EMSCRIPTEN_ROOT.")
endif()
include(${returnable_emscripten}/cmake/Modules/Platform/Emscripten.cmake)

# All that only Debian's 3.1.6 needs stands here.
set(RETURNABLE_EMBIND_FLAG -lembind)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.7)
  set(RETURNABLE_EMBIND_FLAG --bind)
  # Its JavaScript optimizer wants Debian's Node packages, which a Node from elsewhere does not find by itself.
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
  # It lets a stack overflow run into static data unless told otherwise; later ones put the stack first anyway.
  set(RETURNABLE_STACK_FLAG -Wl,--stack-first)
  # Plain JavaScript keeps its static data in a second file unless told otherwise; later ones have one file only.
  set(RETURNABLE_ONE_FILE_FLAG "SHELL:--memory-init-file 0")
endif()

# em++ must not see /usr/include, where the header-only JSON library lives: it gets a folder with one link to it.
find_path(RETURNABLE_NLOHMANN_DIR nlohmann/json.hpp
  PATHS /usr/include /usr/local/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
