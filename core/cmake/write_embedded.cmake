# Run by embed.cmake at build. A file becomes an array of characters, not a string literal: compilers limit
# how long a literal may be, and a split one could cut a UTF-8 character in two.
function(characters file result)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  set(${result} "${bytes}" PARENT_SCOPE)
endfunction()

set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  characters(${file} bytes)
  string(APPEND arrays "constexpr char text_${count}[] = {${bytes}};\n")
  string(APPEND entries "    {\"${name}\", {text_${count}, sizeof text_${count}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

if(KIND STREQUAL "dictionary")
  set(header reading/embedded.h)
  set(definitions "const std::string_view dictionary{text_0, sizeof text_0};\nconst std::string_view law_facts{text_1, sizeof text_1};\nconst std::string_view worded{text_2, sizeof text_2};\n")
elseif(KIND STREQUAL "archive")
  set(header archive/archived_dictionary.h)
  set(definitions "const std::string_view archived_dictionary{text_0, sizeof text_0};\n")
else()
  set(header reading/embedded.h)
  set(definitions "const Text packs[] = {\n${entries}};\nconst std::size_t pack_count = ${count};\n")
endif()
file(WRITE ${OUTPUT} "// Generated at build. Do not edit.
#include \"${header}\"

namespace {
${arrays}}  // namespace

namespace returnable::embedded {
${definitions}}  // namespace returnable::embedded
")
