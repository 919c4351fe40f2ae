# horocycle_add_plugin(NAME DESCRIPTION plugin.json SOURCES a.cpp ... [LIBRARIES ...] [VIEWS])
#
# Builds a plugin into build/plugins/NAME: its library, and its description with the fingerprint of this build written
# in. VIEWS links the views, too. `cmake --install` puts the folder into the user's plugins folder; to try it without
# installing, set HOROCYCLE_PLUGIN_PATH to build/plugins.
set(HOROCYCLE_PLUGIN_CMAKE ${CMAKE_CURRENT_LIST_DIR})

function(horocycle_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "VIEWS" "DESCRIPTION" "SOURCES;LIBRARIES")
  if(NOT plugin_DESCRIPTION OR NOT plugin_SOURCES OR plugin_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "horocycle_add_plugin(NAME DESCRIPTION FILE SOURCES FILE... [LIBRARIES ...] [VIEWS])")
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/plugins/${name})
  set(description ${folder}/${name}.plugin.json)
  get_filename_component(plugin_DESCRIPTION ${plugin_DESCRIPTION} ABSOLUTE)

  add_library(${name} MODULE ${plugin_SOURCES} ${HOROCYCLE_PLUGIN_CMAKE}/plugin_entry.cpp)
  set_target_properties(${name} PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${folder} CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON INSTALL_RPATH "$ORIGIN" BUILD_RPATH_USE_ORIGIN ON)
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_link_libraries(${name} PRIVATE Horocycle::core ${plugin_LIBRARIES})
  get_directory_property(options COMPILE_OPTIONS)
  if(NOT "${options} ${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize")  # whose functions are in the program
    target_link_options(${name} PRIVATE LINKER:--no-undefined)
  endif()
  if(plugin_VIEWS)
    target_link_libraries(${name} PRIVATE Horocycle::views)
    target_compile_definitions(${name} PRIVATE HOROCYCLE_PLUGIN_VIEWS QT_NO_KEYWORDS)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()

  # A small program with the plugin's own compiler and options says what the build is.
  set(facts ${name}-build-facts)
  add_executable(${facts} ${HOROCYCLE_PLUGIN_CMAKE}/plugin_build_facts.cpp)
  target_compile_features(${facts} PRIVATE cxx_std_20)
  target_link_libraries(${facts} PRIVATE $<TARGET_PROPERTY:${name},LINK_LIBRARIES>)
  target_compile_options(${facts} PRIVATE $<TARGET_PROPERTY:${name},COMPILE_OPTIONS>)
  target_compile_definitions(${facts} PRIVATE $<TARGET_PROPERTY:${name},COMPILE_DEFINITIONS>)
  add_custom_command(OUTPUT ${description}
    COMMAND ${CMAKE_COMMAND} -DFACTS=$<TARGET_FILE:${facts}> -DINPUT=${plugin_DESCRIPTION}
            -DLIBRARY=$<TARGET_FILE_NAME:${name}> -DOUTPUT=${description}
            -P ${HOROCYCLE_PLUGIN_CMAKE}/write_plugin_description.cmake
    DEPENDS ${plugin_DESCRIPTION} ${facts} ${HOROCYCLE_PLUGIN_CMAKE}/write_plugin_description.cmake
    COMMENT "Describing the plugin ${name}" VERBATIM)
  add_custom_target(${name}-description ALL DEPENDS ${description})
  add_dependencies(${name}-description ${name})

  if(Horocycle_FOUND)  # not for plugins of Horocycle's own tests
    set(data $ENV{XDG_DATA_HOME})
    if(NOT data)
      set(data $ENV{HOME}/.local/share)
    endif()
    set(HOROCYCLE_PLUGIN_FOLDER ${data}/horocycle/plugins CACHE PATH "Where cmake --install puts plugins")
    install(TARGETS ${name} LIBRARY DESTINATION ${HOROCYCLE_PLUGIN_FOLDER}/${name})
    install(FILES ${description} DESTINATION ${HOROCYCLE_PLUGIN_FOLDER}/${name})
  endif()
endfunction()
