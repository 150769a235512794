/* A chat client to practise on, for Windows: a real window, real helpers, real files, and the bad manners of
 * the real ones. It plays the part that its name and its arguments give it; `--type=…` makes it a helper.
 *
 *   --dir D      its folder: `events.log` tells what happened, `state.txt` is written when it leaves in order,
 *                `cache/open.bin` is held open, so that it can be neither removed nor moved
 *   --temper T   polite | slow | deaf | asks | hangs | respawning | stubborn-helper
 *   --helpers N  how many helpers; --helper-exe P: their program (its own by default, as in Weixin 4)
 *   --class C, --title T   of its window;   --hidden: starts in the tray
 *   --life MS    ends by itself after so long, whatever a test forgets
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <shellapi.h>

#define MOST 64

static wchar_t dir[MAX_PATH] = L".", temper[32] = L"polite", class_name[128] = L"WeChatMainWndForPC";
static wchar_t title[128] = L"\x5fae\x4fe1", helper_exe[MAX_PATH], own_exe[MAX_PATH], gate[64];
static int helpers, hidden, is_helper, life = 120000;
static volatile LONG leaving;
static HANDLE lifeline; /* the end of a pipe whose closing tells the helpers that their root has gone */

static int is(const wchar_t *name) { return wcscmp(temper, name) == 0; }

static void path_of(wchar_t *out, const wchar_t *name) { _snwprintf(out, MAX_PATH, L"%ls\\%ls", dir, name); }

/* One line, in one write, so that lines of several processes do not mix. */
static void tell(const char *what)
{
    wchar_t file[MAX_PATH];
    char line[256];
    DWORD written;
    HANDLE log;
    path_of(file, L"events.log");
    log = CreateFileW(file, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                      OPEN_ALWAYS, 0, NULL);
    if (log == INVALID_HANDLE_VALUE) return;
    snprintf(line, sizeof line, "%lu %s %s\n", GetCurrentProcessId(), is_helper ? "helper" : "root", what);
    WriteFile(log, line, (DWORD)strlen(line), &written, NULL);
    CloseHandle(log);
}

static void leave_in_order(void)
{
    wchar_t file[MAX_PATH];
    FILE *state;
    InterlockedExchange(&leaving, 1);
    if (is(L"slow")) Sleep(1000);
    path_of(file, L"state.txt");
    state = _wfopen(file, L"w");
    if (state) {
        fputs("written in order\n", state);
        fclose(state);
    }
    tell("left in order");
    ExitProcess(0);
}

static LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM w, LPARAM l)
{
    switch (message) {
    case WM_CLOSE: /* as chat clients do: it only hides */
        ShowWindow(window, SW_HIDE);
        tell("hid");
        return 0;
    case WM_QUERYENDSESSION:
        tell(is(L"asks") ? "objected" : "agreed");
        return !is(L"asks");
    case WM_ENDSESSION:
        tell(w ? "told to leave" : "told to stay");
        if (w && !is(L"deaf")) leave_in_order();
        return 0;
    }
    return DefWindowProcW(window, message, w, l);
}

static HANDLE start_helper(HANDLE input, int number)
{
    static const wchar_t *types[] = {L"wxocr", L"wxplayer", L"wxutility", L"renderer"};
    wchar_t line[4 * MAX_PATH];
    STARTUPINFOW with = {sizeof with};
    PROCESS_INFORMATION made;
    _snwprintf(line, 4 * MAX_PATH, L"\"%ls\" --type=%ls --dir \"%ls\" --temper %ls --life %d --gate %ls", helper_exe,
               types[number % 4], dir, temper, life, gate);
    with.dwFlags = STARTF_USESTDHANDLES;
    with.hStdInput = input;
    if (!CreateProcessW(helper_exe, line, NULL, NULL, TRUE, 0, NULL, NULL, &with, &made)) return NULL;
    CloseHandle(made.hThread);
    return made.hProcess;
}

static HANDLE helper_handles[MOST], lifeline_read;

/* A helper that is ended comes back as long as its root lives. */
static DWORD WINAPI keep_helpers(void *unused)
{
    for (;;) {
        DWORD which = WaitForMultipleObjects(helpers, helper_handles, FALSE, INFINITE);
        if (leaving || which >= (DWORD)helpers) return 0;
        CloseHandle(helper_handles[which]);
        helper_handles[which] = start_helper(lifeline_read, which);
        tell("helper came back");
    }
}

static void start_helpers(void)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE up;
    int i;
    _snwprintf(gate, 64, L"clean-exit-practice-%lu", GetCurrentProcessId());
    up = CreateSemaphoreW(NULL, 0, MOST, gate);
    CreatePipe(&lifeline_read, &lifeline, &inherited, 0);
    SetHandleInformation(lifeline, HANDLE_FLAG_INHERIT, 0);
    for (i = 0; i < helpers; i++) helper_handles[i] = start_helper(lifeline_read, i);
    for (i = 0; i < helpers; i++) WaitForSingleObject(up, 20000);
    if (is(L"respawning")) CloseHandle(CreateThread(NULL, 0, keep_helpers, NULL, 0, NULL));
    else CloseHandle(lifeline_read);
}

static int be_helper(void)
{
    char byte;
    DWORD count;
    HANDLE up = OpenSemaphoreW(SEMAPHORE_MODIFY_STATE, FALSE, gate);
    tell("up");
    if (up) ReleaseSemaphore(up, 1, NULL);
    if (is(L"stubborn-helper")) Sleep(INFINITE);
    while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &count, NULL) && count) continue;
    tell("root has gone");
    return 0;
}

static void hold_file_open(void)
{
    wchar_t file[MAX_PATH];
    path_of(file, L"cache");
    CreateDirectoryW(file, NULL);
    path_of(file, L"cache\\open.bin");
    CreateFileW(file, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_ALWAYS, 0, NULL);
}

static DWORD WINAPI end_of_life(void *unused)
{
    Sleep(life);
    tell("end of life");
    ExitProcess(99);
}

static void read_arguments(void)
{
    int count, i;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    for (i = 1; i < count; i++) {
        wchar_t *name = given[i], *value = i + 1 < count ? given[i + 1] : L"";
        if (!wcsncmp(name, L"--type=", 7)) is_helper = 1;
        else if (!wcscmp(name, L"--hidden")) hidden = 1;
        else {
            i++;
            if (!wcscmp(name, L"--dir")) wcsncpy(dir, value, MAX_PATH - 1);
            else if (!wcscmp(name, L"--temper")) wcsncpy(temper, value, 31);
            else if (!wcscmp(name, L"--class")) wcsncpy(class_name, value, 127);
            else if (!wcscmp(name, L"--title")) wcsncpy(title, value, 127);
            else if (!wcscmp(name, L"--helper-exe")) wcsncpy(helper_exe, value, MAX_PATH - 1);
            else if (!wcscmp(name, L"--gate")) wcsncpy(gate, value, 63);
            else if (!wcscmp(name, L"--helpers")) helpers = min(_wtoi(value), MOST);
            else if (!wcscmp(name, L"--life")) life = _wtoi(value);
        }
    }
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE unused, PWSTR line, int show)
{
    WNDCLASSW kind = {0};
    MSG message;
    HWND window;
    GetModuleFileNameW(NULL, own_exe, MAX_PATH);
    wcscpy(helper_exe, own_exe);
    read_arguments();
    CloseHandle(CreateThread(NULL, 0, end_of_life, NULL, 0, NULL));
    if (is_helper) return be_helper();
    hold_file_open();
    if (helpers) start_helpers();
    kind.lpfnWndProc = on_message;
    kind.hInstance = instance;
    kind.lpszClassName = class_name;
    RegisterClassW(&kind);
    window = CreateWindowExW(0, class_name, title, WS_OVERLAPPEDWINDOW, 100, 100, 400, 300, NULL, NULL, instance, NULL);
    if (!window) return 3;
    if (!hidden) ShowWindow(window, SW_SHOW);
    tell("ready");
    if (is(L"hangs")) Sleep(INFINITE);
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return 0;
}
