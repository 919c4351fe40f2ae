# LibTorch as the wheel of PyPI ships it, without its CMake package (which asks for a CUDA toolkit). Its CPU
# libraries only: those for CUDA are opened at run time where a person asks for them.
set(TORCH_ROOT "$ENV{HOME}/.cache/horocycle/libtorch-2.11.0/torch" CACHE PATH
    "Folder of LibTorch, with include/ and lib/")
if(NOT EXISTS "${TORCH_ROOT}/lib/libtorch_cpu.so" OR NOT EXISTS "${TORCH_ROOT}/include/ATen/ATen.h")
  message(FATAL_ERROR "LibTorch is not in ${TORCH_ROOT}: run installer/start once, "
                      "set TORCH_ROOT, or configure with -DHOROCYCLE_TORCH=OFF")
endif()

file(STRINGS "${TORCH_ROOT}/include/torch/headeronly/version.h" TORCH_VERSION REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH)")
string(REGEX REPLACE "[^0-9;]" "" TORCH_VERSION "${TORCH_VERSION}")
list(JOIN TORCH_VERSION . TORCH_VERSION)

foreach(library torch_cpu c10)
  add_library(LibTorch::${library} SHARED IMPORTED)
  set_target_properties(LibTorch::${library} PROPERTIES
    IMPORTED_LOCATION "${TORCH_ROOT}/lib/lib${library}.so"
    INTERFACE_INCLUDE_DIRECTORIES "${TORCH_ROOT}/include;${TORCH_ROOT}/include/torch/csrc/api/include")
endforeach()

# Target `name` uses LibTorch: headers in its .cpp files, libraries found where they lie.
function(horocycle_use_libtorch name)
  target_link_libraries(${name} PRIVATE LibTorch::torch_cpu LibTorch::c10)
  target_link_options(${name} PRIVATE -Wl,--allow-shlib-undefined)
  set_property(TARGET ${name} APPEND PROPERTY BUILD_RPATH "${TORCH_ROOT}/lib")
  set_property(TARGET ${name} APPEND PROPERTY INSTALL_RPATH "$ORIGIN;${TORCH_ROOT}/lib")
endfunction()
