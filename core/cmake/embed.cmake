# returnable_embed(KIND FILE…) makes the generated source embedded_KIND.cpp, which defines what
# core/src/reading/embedded.h declares, and puts its path into embedded_KIND_cpp. KIND: dictionary, packs or archive (of the dictionary).
set(returnable_embed_script ${CMAKE_CURRENT_LIST_DIR}/write_embedded.cmake)

function(returnable_embed kind)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${kind}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DKIND=${kind} "-DFILES=${ARGN}" -DOUTPUT=${output} -P ${returnable_embed_script}
    DEPENDS ${ARGN} ${returnable_embed_script}
    COMMENT "Embedding the ${kind}" VERBATIM)
  set(embedded_${kind}_cpp ${output} PARENT_SCOPE)
endfunction()
