-- A language client of its own: starts the server on one Swift file of the sample app, takes the first fix that edits
-- another file, applies it, asks what a task identifier is, follows it from the Info.plist to the code and renames it, and writes what it
-- saw as JSON. Works with Neovim 0.7 and later.
-- Environment: NODE, SERVER, ROOT, FILE, RULE, PLIST, IDENTIFIER, NEW_NAME, OUT
local env = vim.env
local facts = {}

local function finish(status)
  local out = assert(io.open(env.OUT, 'w'))
  out:write(vim.fn.json_encode(facts))
  out:close()
  vim.cmd('cquit ' .. status)
end

local function wait_for(what, look)
  assert(vim.wait(60000, look, 20), 'waited in vain for ' .. what)
end

local languages = { swift = 'swift', plist = 'plist' }

local function language_of(buffer)
  return languages[vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':e')]
end

local function start_client(buffer)
  local config = {
    name = 'background-modes',
    cmd = { env.NODE, env.SERVER, '--stdio' },
    root_dir = env.ROOT,
    get_language_id = language_of,
  }
  local id = assert(vim.lsp.start_client(config), 'the client did not start')
  vim.lsp.buf_attach_client(buffer, id)
  -- Files that a fix opens are the server's business too.
  vim.api.nvim_create_autocmd('BufReadPost', {
    pattern = '*.plist',
    callback = function(event) vim.lsp.buf_attach_client(event.buf, id) end,
  })
  return id
end

local function finding(buffer)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
    local code = tostring(lsp.code or diagnostic.code)
    if vim.startswith(code, env.RULE) then return diagnostic, code end
  end
end

local function fixes(buffer, client, diagnostic, code)
  local range = {
    start = { line = diagnostic.lnum, character = diagnostic.col },
    ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
  }
  local context = {
    diagnostics = {
      { range = range, severity = diagnostic.severity, source = diagnostic.source, code = code, message = diagnostic.message },
    },
  }
  local document = vim.lsp.util.make_text_document_params(buffer)
  local params = { textDocument = document, range = range, context = context }
  local answers = assert(vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 60000))
  return answers[client.id].result or {}
end

-- A server may leave the edit to a second request.
local function edit_of(buffer, client, action)
  if action.edit then return action.edit end
  local answers = assert(vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, 60000))
  return answers[client.id].result.edit
end

-- What a position request takes, for the first place of a text.
local function place_of(buffer, text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local column = line:find(text, 1, true)
    if column then
      local document = vim.lsp.util.make_text_document_params(buffer)
      return { textDocument = document, position = { line = number - 1, character = column - 1 } }
    end
  end
  error(text .. ' is not there')
end

local function ask(buffer, client, method, params)
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 60000))
  return assert(answers[client.id].result, 'no answer to ' .. method)
end

local function follow_identifier(client)
  vim.cmd('edit ' .. vim.fn.fnameescape(env.PLIST))
  local buffer = vim.api.nvim_get_current_buf()
  local params = place_of(buffer, env.IDENTIFIER)
  facts.hover = ask(buffer, client, 'textDocument/hover', params).contents.value
  local location = ask(buffer, client, 'textDocument/definition', params)[1]
  local uri = location.targetUri or location.uri
  local range = location.targetSelectionRange or location.range
  facts.definition = { file = vim.uri_to_fname(uri), line = range.start.line + 1 }
  params.newName = env.NEW_NAME
  local edit = ask(buffer, client, 'textDocument/rename', params)
  vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
  vim.cmd('silent wall')
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(env.FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local id = start_client(buffer)
  local started = vim.loop.hrtime()
  local client = function() return vim.lsp.get_client_by_id(id) end

  wait_for(env.RULE, function() return finding(buffer) ~= nil end)
  local diagnostic, code = finding(buffer)
  facts.milliseconds = (vim.loop.hrtime() - started) / 1e6
  facts.encoding = client().offset_encoding
  facts.finding = { code = code, source = diagnostic.source, message = diagnostic.message, severity = diagnostic.severity, line = diagnostic.lnum + 1 }

  local actions = fixes(buffer, client(), diagnostic, code)
  facts.titles = vim.tbl_map(function(action) return action.title end, actions)
  assert(actions[1], 'no code action')
  vim.lsp.util.apply_workspace_edit(edit_of(buffer, client(), actions[1]), client().offset_encoding)
  vim.cmd('silent wall')

  wait_for('the end of ' .. env.RULE, function() return finding(buffer) == nil end)
  facts.is_withdrawn = true

  follow_identifier(client())

  client().stop()
  wait_for('the end of the server', function() return client() == nil or client().is_stopped() end)
  facts.is_stopped = true
end

local ok, message = xpcall(main, debug.traceback)
if not ok then facts.error = tostring(message) end
finish(ok and 0 or 1)
