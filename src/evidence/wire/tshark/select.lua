-- Selects frames with many display filters in one pass of tshark: the filters are this script's arguments. Prints
-- "version V" when it runs, "bad N WHY" for a filter that is none, and "N FRAME" for each frame that filter N selects.

print("version " .. get_version())

for number, filter in ipairs({ ... }) do
    -- All fields are made, as in Wireshark's own window: some expert information hangs on fields that no filter names.
    local understood, listener = pcall(Listener.new, "frame", filter, true)
    if understood then
        function listener.packet(frame)
            io.write(number, " ", frame.number, "\n")
        end
    else
        local why = tostring(listener):match("[^\n]*$"):gsub("^Filter .- is invalid %- ", ""):gsub("%.$", "")
        print("bad " .. number .. " " .. why)
    end
end
