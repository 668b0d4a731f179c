# How this project declares its targets: annals_library, annals_binary, annals_test.

# Warnings are errors in what we write. Generated code links without calling this. -Wrestrict is wrong about string concatenation
# in GCC 12 (bug 105651).
function(annals_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers
                         -Wno-restrict -Werror)
endfunction()

# annals_library(NAME SOURCES a.cc … DEPS t …): one library a folder, with the alias annals::NAME.
function(annals_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(annals_${name} STATIC ${ARG_SOURCES})
  add_library(annals::${name} ALIAS annals_${name})
  target_include_directories(annals_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(annals_${name} PUBLIC ${ARG_DEPS})
  annals_warnings(annals_${name})
endfunction()

# annals_binary(NAME SOURCES … DEPS …): a command in build/…/bin. Its memory comes from mimalloc: the extraction, which makes
# many small short-lived objects, is a tenth faster with it. Sanitizers bring an allocator of their own.
function(annals_binary name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS})
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    target_link_libraries(${name} PRIVATE mimalloc)
  endif()
  annals_warnings(${name})
endfunction()

# annals_test(NAME SOURCES … DEPS …): one executable, one CTest entry, run in its own temporary directory.
function(annals_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} GTest::gmock GTest::gtest_main)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  annals_warnings(${name})
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
endfunction()

# annals_process_test(NAME script.py): a Python test that runs the built commands as processes (tests/support/annals_processes.py).
# Exit status 77 is a skip; its output says why.
function(annals_process_test name script)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME ${name} COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/${script})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77
                       ENVIRONMENT "ANNALS_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};PYTHONDONTWRITEBYTECODE=1")
endfunction()
