# What writers of plugins find in an installation: headers, the CMake package, templates.
include(CMakePackageConfigHelpers)
set(headers include/horocycle)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Horocycle)
set(HOROCYCLE_TEMPLATES ${CMAKE_INSTALL_DATADIR}/horocycle/plugins)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/core DESTINATION ${headers} FILES_MATCHING PATTERN "*.h"
        PATTERN torch EXCLUDE PATTERN hdf5 EXCLUDE PATTERN hdf5_process.h EXCLUDE PATTERN "*_kernel.h" EXCLUDE)
install(FILES ${PROJECT_BINARY_DIR}/generated/core/plugin/interface_checksum.h DESTINATION ${headers}/core/plugin)
if(HOROCYCLE_GUI)
  foreach(part chart kit plugin theme view workspace)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/views/${part} DESTINATION ${headers}/views FILES_MATCHING PATTERN "*.h")
  endforeach()
endif()

configure_package_config_file(cmake/HorocycleConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/HorocycleConfig.cmake
  INSTALL_DESTINATION ${package} PATH_VARS HOROCYCLE_TEMPLATES)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/HorocycleConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/HorocycleConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/HorocycleConfigVersion.cmake
        cmake/HorocyclePlugin.cmake cmake/plugin_entry.cpp cmake/plugin_build_facts.cpp cmake/write_plugin_description.cmake
        DESTINATION ${package})
install(EXPORT HorocycleTargets NAMESPACE Horocycle:: DESTINATION ${package})
if(HOROCYCLE_GUI)
  install(EXPORT HorocycleViewTargets NAMESPACE Horocycle:: DESTINATION ${package})
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/plugins/ DESTINATION ${HOROCYCLE_TEMPLATES} PATTERN __pycache__ EXCLUDE)
